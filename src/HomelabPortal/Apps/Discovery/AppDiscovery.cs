using System.Collections.Immutable;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Apps.Discovery;

/// <summary>Pure: puts the candidates into groups. One address is one tile: the marked one of several, else the one found first.</summary>
internal static class AppDiscovery
{
    public static (ImmutableArray<AppGroup> Groups, ImmutableArray<HiddenApp> Hidden) Of(IEnumerable<Candidate> candidates, IReadOnlyList<string> order)
    {
        var all = candidates.ToList();
        var shown = new Dictionary<string, LabApp>(StringComparer.OrdinalIgnoreCase);
        var hidden = all.Where(one => one.Hidden is not null).Select(one => one.Hidden!).ToList();
        foreach (var candidate in all.Where(one => one.App is not null).OrderByDescending(one => one.IsMarked))
        {
            var app = candidate.App!;
            if (!shown.TryAdd(AddressOf(app), app))
                hidden.Add(new HiddenApp(app.Source, app.SourceHref, $"{shown[AddressOf(app)].Name} leads to the same address.", ""));
        }

        return (Groups(shown.Values, order), [.. hidden.OrderBy(one => one.Source, NaturalOrder.Instance)]);
    }

    private static ImmutableArray<AppGroup> Groups(IEnumerable<LabApp> apps, IReadOnlyList<string> order) =>
    [
        .. apps.GroupBy(app => app.Group, StringComparer.OrdinalIgnoreCase)
            .Select(group => new AppGroup(group.First().Group, [.. group.OrderBy(app => app.Weight).ThenBy(app => app.Name, NaturalOrder.Instance).ThenBy(app => app.Id, StringComparer.Ordinal)]))
            .OrderBy(group => Place(group.Name, order)).ThenBy(group => group.Name, NaturalOrder.Instance),
    ];

    private static int Place(string group, IReadOnlyList<string> order)
    {
        var place = order.ToList().FindIndex(one => one.Equals(group, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? int.MaxValue : place;
    }

    /// <summary>The same page over http and https is one.</summary>
    private static string AddressOf(LabApp app)
    {
        var address = new Uri(app.Href);
        return $"{address.Host}:{(address.IsDefaultPort ? "" : address.Port)}{address.PathAndQuery.TrimEnd('/')}{address.Fragment}";
    }
}
