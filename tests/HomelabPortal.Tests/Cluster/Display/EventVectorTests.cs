using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Display.PrinterVectors;

namespace HomelabPortal.Tests.Cluster.Display;

public sealed class EventVectorTests
{
    [SharedDataFact]
    public void Event_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.Events, "TestPrintEvent"), 8, (happened, wide) =>
        {
            string[] narrow = [HumanDuration.Age(happened.LastSeen(), Now), happened.Type, happened.Reason, EventDisplay.Object(happened)];
            return wide
                ? [.. narrow, happened.InvolvedObject?.FieldPath ?? "", EventDisplay.Source(happened), happened.Message, HumanDuration.Age(happened.FirstSeen(), Now), $"{happened.Times()}", happened.Metadata.Name]
                : [.. narrow, happened.Message];
        });
}
