using HomelabPortal.Desired;

namespace HomelabPortal.Checks.Editing;

/// <summary>Pure: how a check is stopped and resumed. A derived one is not there to be changed, so that is kept beside it.</summary>
internal static class PauseEdits
{
    public static DesiredEdit Of(CheckSummary check, DesiredState state, bool isPaused) => state.FindCheck(check.Id) is { } wanted
        ? new DesiredEdit.PutCheck(wanted with { IsPaused = isPaused })
        : new DesiredEdit.SetDerivedCheck(check.Id, isPaused);

    public static string Words(CheckSummary check, bool isPaused) => $"{(isPaused ? "Pause" : "Resume")} the check {check.Name}{(check.IsDerived ? $" ({check.Kind.Word()})" : "")}";
}
