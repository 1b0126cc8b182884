using System.Text.RegularExpressions;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>Pure: name, image and labels.</summary>
internal static partial class IdentityChecks
{
    /// <summary>Marks by which the portal and other tools know their own.</summary>
    private static readonly string[] _reserved = ["homelabportal.", "com.docker.", "io.portainer.", "com.centurylinklabs.watchtower.", "komodo."];

    public static bool IsReserved(string label) => _reserved.Any(prefix => label.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<FieldFault> Check(DesiredContainer container)
    {
        if (string.IsNullOrWhiteSpace(container.Host))
            yield return new(ContainerFields.Host, "Choose the Docker host that it runs on.");
        if (!Name().IsMatch(container.Name))
            yield return new(ContainerFields.Name, "A name has 2 to 63 letters, digits, dots, underscores and hyphens, and begins with a letter or digit.");
        else if (container.Name.Contains(PreviousName.Mark, StringComparison.Ordinal))
            yield return new(ContainerFields.Name, $"Names with “{PreviousName.Mark}” are those of versions that were replaced. Choose another name.");
        if (!ImageReference.TryParse(container.Image, out var image))
            yield return new(ContainerFields.Image, "That is not an image. Write it as for docker pull, for example ollama/ollama:0.6.2.");
        else if (image.Digest is not null && container.Digest is not null && image.Digest != container.Digest)
            yield return new(ContainerFields.Digest, "The image names another digest already.");
        if (container.Digest is { } digest && !ImageReference.IsDigest(digest))
            yield return new(ContainerFields.Digest, "A digest is sha256: and 64 hexadecimal digits.");
        if (container.User is { } user && !User().IsMatch(user))
            yield return new(ContainerFields.User, "A user is a name or number, and a group after a colon, for example 1000:1000.");
        foreach (var (label, value) in container.Labels)
        {
            if (label.Length is 0 or > 128 || label.Any(char.IsControl) || label.Contains('=') || value.Length > 4096 || value.Any(char.IsControl))
                yield return new(ContainerFields.Labels, $"The label “{label}” is empty, too long, or has characters that labels cannot carry.");
            else if (IsReserved(label))
                yield return new(ContainerFields.Labels, $"The label {label} belongs to the tool that it is named after.");
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9_.-]{1,62}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,31}(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,31})?\z")]
    private static partial Regex User();
}
