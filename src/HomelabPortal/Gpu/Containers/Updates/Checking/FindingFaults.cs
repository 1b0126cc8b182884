using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Checking;

namespace HomelabPortal.Gpu.Containers.Updates.Checking;

/// <summary>Pure: a registry's fault, and what to say of it.</summary>
internal static class FindingFaults
{
    private const string Hub = "Docker Hub";

    public static FindingFault Of(DockerApiException fault) => fault.Kind switch
    {
        DockerErrorKind.RegistryAuth => FindingFault.SignIn,
        DockerErrorKind.RegistryNotFound => FindingFault.NotThere,
        DockerErrorKind.RegistryLimit => FindingFault.Limited,
        DockerErrorKind.RegistryUnreachable => FindingFault.Unreachable,
        _ => FindingFault.Other,
    };

    public static string Words(FindingFault fault, string image) => fault switch
    {
        FindingFault.SignIn => $"{Registry(image)} wants a login for this image, and the portal has none. Pull it on the host to update it.",
        FindingFault.NotThere => $"{Registry(image)} has no {image}, or hides it from who is not signed in.",
        FindingFault.Limited => $"{Registry(image)} has had too many questions from this address. It is asked again later.",
        FindingFault.Unreachable => $"The host could not reach {Registry(image)}. It is tried again soon.",
        _ => $"{Registry(image)} could not be asked through the host. It is tried again soon.",
    };

    private static string Registry(string image) =>
        ImageReference.TryParse(image, out var reference) && reference.Repository.Split('/') is [var first, _, ..] && (first.Contains('.') || first.Contains(':') || first is "localhost")
            ? first is "docker.io" ? Hub : first
            : Hub;
}
