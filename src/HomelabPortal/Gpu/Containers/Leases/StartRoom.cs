namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>What to do when a container that is started does not fit on the GPU.</summary>
public enum StartRoom
{
    /// <summary>It starts by itself when there is room.</summary>
    Queue,

    /// <summary>Those of lower priority that are in the way are stopped first.</summary>
    StopLower,

    /// <summary>It starts beside what runs there.</summary>
    Anyway,
}
