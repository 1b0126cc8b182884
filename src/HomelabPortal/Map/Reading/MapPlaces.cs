namespace HomelabPortal.Map.Reading;

/// <summary>Headings of the columns.</summary>
internal static class MapPlaces
{
    public static string Title(this MapPlace place) => place switch
    {
        MapPlace.Origin => "From",
        MapPlace.Names => "Cloudflare DNS",
        MapPlace.WayIn => "Way in",
        MapPlace.Ingress => "Ingress",
        MapPlace.Services => "Services",
        MapPlace.Machines => "Nodes and machines",
        _ => "Storage and GPUs",
    };
}
