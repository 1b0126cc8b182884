namespace HomelabPortal.Benchmarks;

/// <param name="Raw">Delays that a plain watch of the same API saw at the same time: the least that is possible.</param>
/// <param name="Shown">Delays until the cell had changed in the browser.</param>
/// <param name="ProcessorPerMinute">Processor seconds of the portal in a minute.</param>
/// <param name="SocketPerMinute">Kilobytes sent to the browser in a minute.</param>
internal sealed record ChurnResult(int Rate, int Sent, Percentiles Raw, Percentiles Shown, double ProcessorPerMinute, double SocketPerMinute);
