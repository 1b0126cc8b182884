namespace HomelabPortal.Kubernetes;

/// <summary>One line of <c>matchExpressions</c>.</summary>
public sealed record LabelRequirement
{
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>"In", "NotIn", "Exists" or "DoesNotExist".</summary>
    public string Operator { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<string> Values { get; init => field = CompactList.Of(value); } = [];

    public bool Matches(CompactMap<string> labels) => Operator switch
    {
        "In" => labels.TryGetValue(Key, out var value) && Values.Contains(value),
        "NotIn" => !labels.TryGetValue(Key, out var value) || !Values.Contains(value),
        "Exists" => labels.ContainsKey(Key),
        "DoesNotExist" => !labels.ContainsKey(Key),
        _ => false,
    };
}
