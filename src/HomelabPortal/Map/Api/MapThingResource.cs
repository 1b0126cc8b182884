using HomelabPortal.Map.Reading;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Api;

/// <summary>One thing of the lab.</summary>
/// <param name="Id">Stays as long as the thing does; paths name it.</param>
/// <param name="Of">The namespace or machine it belongs to.</param>
/// <param name="State">Null for what has none.</param>
/// <param name="Href">Its page in the portal.</param>
/// <param name="AsOf">When it was last seen, where it cannot be seen now.</param>
internal sealed record MapThingResource(string Id, MapKind Kind, string Name, string Of, HealthState? State, string Words, string? Href, DateTimeOffset? AsOf)
{
    public static MapThingResource From(MapThing thing) => new(thing.Id, thing.Kind, thing.Name, thing.Of, thing.State, thing.Words, thing.Href, thing.AsOf);
}
