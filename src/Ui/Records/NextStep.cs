namespace Anmin.Ui.Records;

/// <param name="What">到时会有人与您联系</param>
/// <param name="When">最晚 今天18:00</param>
public sealed record NextStep(string What, string? When = null);
