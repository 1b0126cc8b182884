using HomelabPortal.Platform;

namespace HomelabPortal.Checks;

/// <summary>It is not done; the message says why.</summary>
internal sealed class CheckRefusal(string message) : Exception(message), IExplainedFault;
