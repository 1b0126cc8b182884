using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Updates.Scheduling;

/// <summary>A container whose turn it is, and the version it gets.</summary>
internal sealed record UpdateTurn(DesiredContainer Container, string Digest);
