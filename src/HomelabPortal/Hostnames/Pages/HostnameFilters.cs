using System.Collections.Immutable;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ui.Forms;

namespace HomelabPortal.Hostnames.Pages;

/// <summary>The parts of the table that a person or program can ask for, by the word in the address.</summary>
internal static class HostnameFilters
{
    public const string All = "all";
    public const string Problems = "problems";
    public const string Internet = "internet";

    public static ImmutableArray<Choice> Choices(HostnameState state) =>
    [
        new(All, "All", state.Rows.Length),
        new(Problems, "Problems", state.Rows.Count(row => row.IsProblem)),
        new(Internet, "Reachable from the Internet", state.Rows.Count(row => row.IsReachedFromInternet)),
        .. HostnameClasses.All.Where(kind => kind != HostnameClass.Healthy)
            .Select(kind => new Choice(kind.Key(), kind.Word(), state.Rows.Count(row => row.Class == kind)))
            .Where(choice => choice.Count > 0),
    ];

    /// <summary>All of them for a word that nobody knows.</summary>
    public static IReadOnlyList<HostnameRow> Rows(HostnameState state, string? filter) => filter switch
    {
        Problems => [.. state.Rows.Where(row => row.IsProblem).OrderByDescending(row => row.State)],
        // What anybody can open comes first.
        Internet => [.. state.Rows.Where(row => row.IsReachedFromInternet).OrderBy(row => row.Login.Kind)],
        _ => HostnameClasses.OfKey(filter) is { } kind ? [.. state.Rows.Where(row => row.Class == kind)] : state.List,
    };

    public static bool IsKnown(string? filter) => filter is null or All or Problems or Internet || HostnameClasses.OfKey(filter) is not null;
}
