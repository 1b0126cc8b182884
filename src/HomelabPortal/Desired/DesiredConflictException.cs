using HomelabPortal.Platform;

namespace HomelabPortal.Desired;

/// <summary>The desired state moved on, or the edit does not fit it. Nothing was saved; the message is for a person.</summary>
internal sealed class DesiredConflictException(string message) : Exception(message), IExplainedFault;
