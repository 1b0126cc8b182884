using HomelabPortal.Desired;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>
/// Wanted containers as the things that should exist outside.
/// <code>
/// breaks a rule, also one that came after it was stored    a refusal that says so
/// a server without a login of its own                      the same as below, with the names that must not lead to it
/// any other                                                the container, and that it serves unless it is stopped
/// </code>
/// </summary>
internal sealed class ContainerEntryCompiler(IOptions<ContainerOptions> options, Live<DockerState> docker) : IDesiredCompiler
{
    public IEnumerable<DesiredResource> Compile(DesiredState desired)
    {
        foreach (var container in desired.Containers)
        {
            if (ContainerChecks.WhyNot(container, desired.Containers, options.Value.BindRoots) is { } why)
            {
                yield return new RefusedRun(container, why);
                continue;
            }

            yield return new DesiredRun(container) { Doors = OpenDoors.Of(container, desired, docker.Current.Value) };
            if (!container.IsStopped)
                yield return new DesiredService(container);
        }
    }
}
