package org.gradus.tensor;

/**
 * How a kernel slides over a plane, for a convolution; its size is that of the weight.
 *
 * <pre>
 *   ConvolutionOptions.standard().stride(2).padding(1)
 * </pre>
 *
 * @param stride places from a window to the next
 * @param padding zeros added around the plane
 * @param dilation places from a tap to the next
 * @param groups number of groups of channels, each convolved alone
 */
public record ConvolutionOptions(Extent stride, Extent padding, Extent dilation, int groups) {

  /**
   * Check the counts.
   *
   * @throws IllegalArgumentException if stride, dilation or groups is below 1, or padding below 0
   */
  public ConvolutionOptions {
    stride.atLeast(1, "stride of a convolution");
    padding.atLeast(0, "padding of a convolution");
    dilation.atLeast(1, "dilation of a convolution");
    if (groups < 1) {
      throw new IllegalArgumentException(
          "groups of a convolution: must be at least 1\n  given  " + groups);
    }
  }

  /** Stride 1, no padding, dilation 1, one group. */
  public static ConvolutionOptions standard() {
    return new ConvolutionOptions(new Extent(1, 1), new Extent(0, 0), new Extent(1, 1), 1);
  }

  /**
   * These with another stride.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public ConvolutionOptions stride(int both) {
    return stride(both, both);
  }

  /**
   * These with another stride.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public ConvolutionOptions stride(int height, int width) {
    return new ConvolutionOptions(new Extent(height, width), padding, dilation, groups);
  }

  /**
   * These with zeros on all four sides.
   *
   * @throws IllegalArgumentException if it is below 0
   */
  public ConvolutionOptions padding(int both) {
    return padding(both, both);
  }

  /**
   * These with zeros above and below, and to the left and the right.
   *
   * @throws IllegalArgumentException if one is below 0
   */
  public ConvolutionOptions padding(int height, int width) {
    return new ConvolutionOptions(stride, new Extent(height, width), dilation, groups);
  }

  /**
   * These with another dilation.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public ConvolutionOptions dilation(int both) {
    return dilation(both, both);
  }

  /**
   * These with another dilation.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public ConvolutionOptions dilation(int height, int width) {
    return new ConvolutionOptions(stride, padding, new Extent(height, width), groups);
  }

  /**
   * These with another number of groups.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public ConvolutionOptions groups(int count) {
    return new ConvolutionOptions(stride, padding, dilation, count);
  }
}
