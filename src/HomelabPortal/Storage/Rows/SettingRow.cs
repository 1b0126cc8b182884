namespace HomelabPortal.Storage.Rows;

internal sealed class SettingRow
{
    public const string Policy = "policy";
    public const string Instance = "instance";

    public required string Key { get; set; }

    public required string Value { get; set; }
}
