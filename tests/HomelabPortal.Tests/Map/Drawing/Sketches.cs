using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Map.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Map.Drawing;

/// <summary>Maps of any shape, made up from what a lab may have.</summary>
internal static class Sketches
{
    private static readonly HealthState[] _states = Enum.GetValues<HealthState>();
    private static readonly MapPlace[] _places = Enum.GetValues<MapPlace>();

    public static Arbitrary<MapState> Any { get; } = Arb.From(
        from places in Gen.SubListOf(_places).Where(some => some.Count > 0)
        from sizes in Gen.ArrayOf(Gen.ListOf(Gen.Frequency((3, Gen.Choose(0, 6)), (2, Gen.Choose(7, 60)), (1, Gen.Choose(61, 900)))), places.Count)
        from seed in Gen.Choose(0, int.MaxValue)
        select Of([.. places.Order().Select((place, index) => (place, sizes[index].Take(12).ToArray()))], seed));

    /// <summary>A lab with this many apps, each with a name, a service, a pod and a claim.</summary>
    public static MapState Lab(int apps, int namespaces, int nodes)
    {
        MapThing Thing(MapKind kind, string id, int app) => new(id, kind, $"app{app:000}", HealthState.Healthy, "", $"/{id}");
        MapPanel Panel(MapKind kind, string id, IEnumerable<MapThing> things, bool isDense = false) => new(new MapThing(id, kind, id, HealthState.Healthy, "", $"/{id}"), [.. things]) { IsDense = isDense };
        var all = Enumerable.Range(0, apps).ToList();
        ValueList<MapColumn> columns =
        [
            new MapColumn(MapPlace.Origin, [Panel(MapKind.Internet, "internet", []), Panel(MapKind.House, "house", [])]),
            new MapColumn(MapPlace.Names, [Panel(MapKind.Hostname, "names:Tunnel", all.Where(app => app % 3 == 0).Select(app => Thing(MapKind.Hostname, $"name:{app}", app))), Panel(MapKind.Hostname, "names:House", all.Where(app => app % 3 > 0).Select(app => Thing(MapKind.Hostname, $"name:{app}", app)))]),
            new MapColumn(MapPlace.WayIn, [Panel(MapKind.Tunnel, "tunnel:t", []), Panel(MapKind.Address, "address:a", [])]),
            new MapColumn(MapPlace.Ingress, [Panel(MapKind.Ingress, "ingress", [])]),
            new MapColumn(MapPlace.Services, [.. all.GroupBy(app => app % namespaces).Select(group => Panel(MapKind.Namespace, $"namespace:{group.Key}", group.Select(app => Thing(MapKind.Service, $"service:{app}", app))))]),
            new MapColumn(MapPlace.Machines, [.. all.GroupBy(app => app % nodes).Select(group => Panel(MapKind.Node, $"node:{group.Key}", group.Select(app => Thing(MapKind.Pod, $"pod:{app}", app)), isDense: true))]),
            new MapColumn(MapPlace.Stores, [Panel(MapKind.Storage, "storage:longhorn", all.Select(app => Thing(MapKind.Claim, $"claim:{app}", app)))]),
        ];
        return new MapState(columns, [.. all.Select(app => new MapPath($"app{app:000}", HealthState.Healthy, Way(app)))], [], []);
    }

    public static MapState Recoloured(MapState map, int seed)
    {
        var random = new Random(seed);
        MapThing Paint(MapThing thing) => thing with { State = _states[random.Next(_states.Length)], Words = $"{random.Next()}" };
        return map with
        {
            Columns = [.. map.Columns.Select(column => column with { Panels = [.. column.Panels.Select(panel => panel with { Head = Paint(panel.Head), Things = [.. panel.Things.Select(Paint)] })] })],
            Paths = [.. map.Paths.Select(path => path with { State = _states[random.Next(_states.Length)] })],
        };
    }

    private static ValueList<MapLeg> Way(int app) =>
    [
        new(app % 3 == 0 ? "internet" : "house", $"name:{app}"), new($"name:{app}", app % 3 == 0 ? "tunnel:t" : "address:a"), new(app % 3 == 0 ? "tunnel:t" : "address:a", "ingress"),
        new("ingress", $"service:{app}"), new($"service:{app}", $"pod:{app}"), new($"pod:{app}", $"claim:{app}"),
    ];

    private static MapState Of((MapPlace Place, int[] Sizes)[] columns, int seed)
    {
        var random = new Random(seed);
        HealthState? State() => random.Next(7) is var drawn && drawn < _states.Length ? _states[drawn] : null;
        string Name() => new([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next('!', 0x250))]);
        MapThing Thing(string id) => new(id, (MapKind)random.Next(16), Name(), State(), Name(), random.Next(4) == 0 ? null : "/");
        ValueList<MapColumn> made =
        [
            .. columns.Select(column => new MapColumn(column.Place, [.. column.Sizes.Select((size, panel) => new MapPanel(Thing($"{column.Place}/{panel}"), [.. Enumerable.Range(0, size).Select(thing => Thing($"{column.Place}/{panel}/{thing}"))]) { IsDense = random.Next(2) == 0 })])),
        ];
        var ids = made.SelectMany(column => column.Panels).SelectMany(panel => panel.Things.Prepend(panel.Head)).Select(thing => thing.Id).Append("nothing").ToArray();
        MapLeg Leg() => new(ids[random.Next(ids.Length)], ids[random.Next(ids.Length)]);
        return new MapState(made, [.. Enumerable.Range(0, random.Next(40)).Select(path => new MapPath($"host{path}", _states[random.Next(_states.Length)], [.. Enumerable.Range(0, random.Next(8)).Select(_ => Leg())]))], [.. Enumerable.Range(0, random.Next(20)).Select(_ => Leg())], []);
    }
}
