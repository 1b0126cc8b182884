using System.Globalization;

namespace HomelabPortal.Docker;

/// <summary>A version of the Engine API. 1.9 is older than 1.41.</summary>
internal sealed record ApiVersion(int Major, int Minor)
{
    /// <summary>Newest version this client was written for.</summary>
    public static readonly ApiVersion Ours = new(1, 51);

    /// <summary>Oldest version this client speaks.</summary>
    public static readonly ApiVersion Floor = new(1, 41);

    public static ApiVersion? TryParse(string? text)
    {
        var parts = text?.Split('.');
        return parts is [var major, var minor]
            && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var a)
            && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var b)
            ? new ApiVersion(a, b)
            : null;
    }

    public int CompareTo(ApiVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public override string ToString() => $"{Major}.{Minor}";
}
