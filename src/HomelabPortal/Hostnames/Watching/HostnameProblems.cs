using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Guards;

namespace HomelabPortal.Hostnames.Watching;

/// <summary>What of the table belongs on the home page: names that somebody could take over or that are open to everybody, and rules that lead nowhere.</summary>
internal static class HostnameProblems
{
    public static ImmutableArray<Problem> Find(HostnameState state) =>
    [
        .. state.Rows.Where(Matters).OrderByDescending(row => row.State).ThenBy(row => row.Name, StringComparer.Ordinal)
            .Select(row => new Problem(row.State, Title(row), row.Reason, row.Href, null)),
    ];

    private static bool Matters(HostnameRow row) => row.Class switch
    {
        HostnameClass.DanglingCname or HostnameClass.OrphanRule => true,
        HostnameClass.ExposedNotDeclared => row.Login.Kind == LoginKind.None,
        _ => false,
    };

    private static string Title(HostnameRow row) => row.Class switch
    {
        HostnameClass.DanglingCname => $"{row.Name} can be taken over",
        HostnameClass.OrphanRule => $"{row.Name} has a tunnel rule that nothing leads to",
        _ => $"{row.Name} is public without a login, and not declared",
    };
}
