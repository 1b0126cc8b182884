using HomelabPortal.Simulator.Faults;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Registers an answer without end, so that faults can strike it.</summary>
internal delegate StreamHandle OpenStream(HttpContext context, Action struck);
