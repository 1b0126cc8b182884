using System.Collections.Immutable;
using System.Text.Json;
using HomelabPortal.Access.Record;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Work.Masking;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Containers in the record, with what looks secret in their commands, labels and plain variables hidden.</summary>
internal sealed class ContainerRecordMask : IRecordMask
{
    public string? Of(string subjectKind, string image)
    {
        try
        {
            return subjectKind switch
            {
                DesiredEdits.ContainerKind => DesiredJson.Write(WishMask.Of(DesiredJson.Read<DesiredContainer>(image))),
                DesiredEdits.ContainersKind => DesiredJson.Write(DesiredJson.Read<ImmutableArray<DesiredContainer>>(image).Select(WishMask.Of).ToList()),
                _ => null,
            };
        }
        catch (JsonException)
        {
            // What cannot be read cannot be searched either.
            return Hidden.Mask;
        }
    }
}
