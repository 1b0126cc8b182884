using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>The name is not tried; the message says why.</summary>
internal sealed class ProbeRefusal(string message) : Exception(message), IExplainedFault;
