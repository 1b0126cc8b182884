using HomelabPortal.Access;

namespace HomelabPortal.Plans;

/// <summary>What is done before an edit is saved; where that fails, the edit is not.</summary>
public sealed class EditPrelude
{
    internal EditPrelude(Func<Task<ActionOutcome>> run) => RunAsync = run;

    internal Func<Task<ActionOutcome>> RunAsync { get; }
}
