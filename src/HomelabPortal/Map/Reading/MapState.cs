using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;

namespace HomelabPortal.Map.Reading;

/// <summary>The lab as one picture: what there is, and what requests pass. Two are equal when they look the same.</summary>
/// <param name="Ties">What hangs together without a hostname: pods and their volumes, containers and their cards.</param>
/// <param name="Gaps">Sources that cannot be read now; what rests on them is unknown.</param>
public sealed record MapState(ValueList<MapColumn> Columns, ValueList<MapPath> Paths, ValueList<MapLeg> Ties, ValueList<SourceGap> Gaps)
{
    public static MapState Unread { get; } = new([], [], [], []);

    public IEnumerable<MapPanel> Panels => Columns.SelectMany(column => column.Panels);

    /// <summary>Only where requests come from is known, and nothing that they reach.</summary>
    public bool IsEmpty => Columns.All(column => column.Place == MapPlace.Origin);
}
