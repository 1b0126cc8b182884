namespace HomelabPortal.Simulator.Docker;

/// <summary>The parts of an image's name.</summary>
internal static class ImageName
{
    /// <summary>A reference without tag means <c>latest</c>; a digest stands for itself.</summary>
    public static string WithTag(string image) =>
        image.Contains('@') || image.LastIndexOf(':') > image.LastIndexOf('/') ? image : image + ":latest";

    public static string Repository(string image)
    {
        var name = image.Split('@')[0];
        return name.LastIndexOf(':') is var colon && colon > name.LastIndexOf('/') ? name[..colon] : name;
    }

    /// <summary>The host of the registry; Docker Hub when the name has none.</summary>
    public static string Host(string image) =>
        image.Split('/') is [var first, _, ..] && (first.Contains('.') || first.Contains(':') || first is "localhost") ? first : "docker.io";
}
