namespace HomelabPortal.Gpu.Telemetry.Probing;

/// <summary>The cards cannot be measured; the message is fit for people.</summary>
internal sealed class GpuProbeException(string message) : Exception(message);
