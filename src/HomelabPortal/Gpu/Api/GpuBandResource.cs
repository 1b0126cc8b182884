namespace HomelabPortal.Gpu.Api;

/// <summary>The mean of a step, its least and its most.</summary>
internal sealed record GpuBandResource(double Mean, double Min, double Max);
