namespace HomelabPortal.Tunnels.Acts;

/// <summary>Pure: what a new tunnel can be called.</summary>
internal static class NewTunnelName
{
    private const int Most = 100;

    public static string? FaultOf(string? name) => name?.Trim() switch
    {
        null or "" => "A tunnel needs a name.",
        { Length: > Most } => $"A name has at most {Most} characters.",
        var typed when typed.Any(char.IsControl) => "A name has no line breaks.",
        _ => null,
    };
}
