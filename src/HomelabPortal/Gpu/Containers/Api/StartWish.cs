using HomelabPortal.Gpu.Containers.Leases;

namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>How to start a container.</summary>
/// <param name="Anyway">Also when it does not fit on the GPU beside what runs there; the same as room: anyway.</param>
/// <param name="Room">What to do when it does not fit: queue, as when it is left out, stopLower or anyway.</param>
internal sealed record StartWish(bool? Anyway = null, StartRoom? Room = null)
{
    public StartRoom Chosen => Room ?? (Anyway == true ? StartRoom.Anyway : StartRoom.Queue);
}
