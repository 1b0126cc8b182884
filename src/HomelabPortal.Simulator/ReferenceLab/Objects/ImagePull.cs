using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Pods whose image no registry has: they wait for it for ever.</summary>
internal static class ImagePull
{
    /// <summary>A word in the image's name that makes it one of those.</summary>
    public const string Missing = "does-not-exist";

    public static bool Fails(JsonObject pod) => pod["spec"]!["containers"]!.AsArray().Any(container => ((string?)container!["image"])?.Contains(Missing, StringComparison.Ordinal) == true);

    public static void Fail(JsonObject pod, string node, string address, DateTimeOffset at)
    {
        PodObjects.Start(pod, node, address, at);
        PodReadiness.Set(pod, isReady: false, at);
        pod["status"]!["phase"] = "Pending";
        foreach (var status in pod["status"]!["containerStatuses"]!.AsArray())
        {
            var image = (string)status!["image"]!;
            status["imageID"] = "";
            status.AsObject().Remove("containerID");
            status["state"] = new JsonObject
            {
                ["waiting"] = new JsonObject { ["reason"] = "ImagePullBackOff", ["message"] = $"Back-off pulling image \"{image}\": not found" },
            };
        }
    }
}
