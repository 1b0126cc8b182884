using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Acts;

/// <summary>An act that did not come out as meant, in words for who asked for it.</summary>
internal sealed class ActFault(string message) : Exception(message), IExplainedFault;
