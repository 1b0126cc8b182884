namespace HomelabPortal.Map.Reading;

/// <summary>The columns of the map, in the order of a request.</summary>
public enum MapPlace
{
    Origin,
    Names,
    WayIn,
    Ingress,
    Services,
    Machines,
    Stores,
}
