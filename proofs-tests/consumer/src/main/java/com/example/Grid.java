package com.example;

/**
 * A matrix as one row-major array, as many libraries keep it.
 *
 * @param rows how many rows
 * @param columns how many columns
 * @param data its elements, row by row
 */
record Grid(int rows, int columns, double[] data) {

  Grid times(Grid other) {
    double[] product = new double[rows * other.columns];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        for (int j = 0; j < other.columns; j++) {
          product[i * other.columns + j] +=
              data[i * columns + k] * other.data[k * other.columns + j];
        }
      }
    }
    return new Grid(rows, other.columns, product);
  }

  Grid transposed() {
    double[] turned = new double[data.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j * rows + i] = data[i * columns + j];
      }
    }
    return new Grid(columns, rows, turned);
  }
}
