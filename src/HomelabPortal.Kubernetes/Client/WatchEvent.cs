using System.Diagnostics.CodeAnalysis;

namespace HomelabPortal.Kubernetes;

/// <summary>One line of a watch.</summary>
/// <param name="Object">Null for bookmarks only.</param>
/// <param name="ResourceVersion">Where to resume after this event.</param>
[SuppressMessage("Naming", "CA1720", Justification = "The API's own word.")]
public sealed record WatchEvent<T>(WatchEventType Type, T? Object, string ResourceVersion)
    where T : class, IKubernetesObject;
