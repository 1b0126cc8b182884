using HomelabPortal.Access.Record;
using HomelabPortal.Activity.Api;
using HomelabPortal.Desired;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Gpu.Containers.Editing;

public sealed class ContainerRecordMaskTests
{
    private static readonly string _image = DesiredJson.Write(Wish.Container() with { Command = ["serve", "--api-key", "canary-1"] });
    private static readonly RecordMasks _masks = new([new ContainerRecordMask()]);

    [Theory]
    [InlineData("container")]
    [InlineData("containers")]
    public void Record_OfAContainer_IsReadAndExportedWithoutWhatLooksSecret(string kind)
    {
        var image = kind == "containers" ? $"[{_image}]" : _image;
        var row = new AuditRow { AtTicks = 0, Actor = "anna", Act = "Change it", SubjectKind = kind, SubjectId = "ct00000001", Before = image, After = image };

        var read = AuditResource.Of(AuditEntry.From(row, null), _masks);
        var line = AuditExportLine.Of(row, null, _masks);

        Assert.All([read.Before.GetRawText(), read.After.GetRawText(), line.Before!, line.After!], shown =>
        {
            Assert.DoesNotContain("canary", shown, StringComparison.Ordinal);
            Assert.Contains("--api-key", shown, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Record_OfAnythingElse_StaysAsItIs() => Assert.Equal(_image, _masks.Of("exposure", _image));

    [Fact]
    public void Record_ThatCannotBeRead_IsNotShown() => Assert.DoesNotContain("canary", _masks.Of("container", "canary {")!, StringComparison.Ordinal);
}
