using HomelabPortal.Platform;

namespace HomelabPortal.Desired;

/// <summary>The desired state moved on, or the edit does not fit it. Nothing was saved; the message is for a person.</summary>
/// <param name="isStale">True when the edit may be fine and only the state it was judged upon has passed.</param>
internal sealed class DesiredConflictException(string message, bool isStale = false) : Exception(message), IExplainedFault
{
    public bool IsStale => isStale;
}
