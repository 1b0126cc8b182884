namespace HomelabPortal.Gpu.Telemetry;

/// <summary>Where the figures of a host's cards come from.</summary>
public enum GpuSource
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>The portal's own probe container, which also sees the processes.</summary>
    Probe,

    /// <summary>A running container that has the card; processes are not seen from there.</summary>
    Container,

    /// <summary>An exporter of metrics.</summary>
    Exporter,
}
