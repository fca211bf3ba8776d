using System.Diagnostics;
using Anmin.Kernel.Journal;

namespace Anmin.Host.Commands;

internal static class Journal
{
    public static async Task<int> VerifyAsync(CommandInput input, CancellationToken ct)
    {
        await using var app = AnminApp.Quiet(input.Options with { ReadOnly = true });
        await using var scope = app.Services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        var report = await scope.ServiceProvider.GetRequiredService<JournalVerifier>().RunAsync(ct);
        var seconds = Math.Round(watch.Elapsed.TotalSeconds, 2);
        input.Print.Line($"条目 {report.Entries}　主体 {report.Subjects}　块 {report.Blocks}　日根 {report.Days}　未封存 {report.Unsealed}　审计 {report.AuditRows}　审计未封存 {report.AuditUnsealed}　用时 {seconds} 秒");
        input.Print.Line(report.Broken is { } broken ? $"有问题：{broken}" : "完好：每一条都与哈希相符。");
        input.Print.Document(new { ok = report.Broken is null, report.Entries, report.Subjects, report.Blocks, report.Days, report.Unsealed, report.AuditRows, report.AuditUnsealed, seconds, report.Broken });
        return report.Broken is null ? 0 : 1;
    }
}
