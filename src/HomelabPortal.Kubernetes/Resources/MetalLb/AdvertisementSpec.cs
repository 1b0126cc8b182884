namespace HomelabPortal.Kubernetes;

public sealed record AdvertisementSpec
{
    public static AdvertisementSpec Empty { get; } = new();

    /// <summary>Empty means every pool, unless selectors choose some.</summary>
    public IReadOnlyList<string> IpAddressPools { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<LabelSelector> IpAddressPoolSelectors { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<string> Interfaces { get; init => field = CompactList.Of(value); } = [];
}
