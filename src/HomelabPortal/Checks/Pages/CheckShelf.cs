using HomelabPortal.Ui.Forms;

namespace HomelabPortal.Checks.Pages;

/// <summary>Pure: which checks a page shows, by the choice in its address.</summary>
internal static class CheckShelf
{
    public const string All = "all";
    public const string Problems = "problems";
    public const string Own = "own";
    public const string Derived = "derived";

    public static IReadOnlyList<Choice> Choices(ChecksState state) =>
    [
        new(All, "All") { Count = state.List.Count },
        new(Problems, "Problems") { Count = Pick(state, Problems).Count },
        new(Own, "Own") { Count = Pick(state, Own).Count },
        new(Derived, "Derived") { Count = Pick(state, Derived).Count },
    ];

    /// <summary>The whole list keeps its identity, which tables want.</summary>
    public static IReadOnlyList<CheckSummary> Pick(ChecksState state, string? show) => show switch
    {
        Problems => [.. state.List.Where(check => check.IsProblem)],
        Own => [.. state.List.Where(check => !check.IsDerived)],
        Derived => [.. state.List.Where(check => check.IsDerived)],
        _ => state.List,
    };

    /// <summary>"2 down, 31 up, 1 unknown".</summary>
    public static string Sentence(ChecksState state)
    {
        var parts = new[] { CheckPhase.Down, CheckPhase.Failing, CheckPhase.Up, CheckPhase.Unknown, CheckPhase.Off }
            .Select(phase => (Count: state.List.Count(check => check.Phase == phase), Word: phase.Word().ToLowerInvariant()))
            .Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Word}").ToList();
        return parts.Count == 0 ? "Nothing is checked yet." : string.Join(", ", parts) + ".";
    }
}
