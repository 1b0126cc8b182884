using HomelabPortal.Platform;

namespace HomelabPortal.Reconcile;

/// <summary>An outside system could not be seen or written.</summary>
internal sealed class TargetException(TargetFault fault, Exception? cause = null) : Exception(fault.Message, cause), IExplainedFault
{
    public TargetFault Fault { get; } = fault;
}
