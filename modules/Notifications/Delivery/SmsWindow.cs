using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Notifications.Delivery;

/// <summary>Whether the text messages of the file stand-in may be read on a page. Replaced by the host: only where everybody is invented.</summary>
public sealed record SmsWindow(bool Open);

/// <summary>The last text messages of the stand-in, for whoever tries the demonstration and has no telephone in it.</summary>
internal sealed class FindDemoSms(FileSmsPort port, SmsWindow window) : IQuestion<FindDemoSms.Request, FindDemoSms.Reply>
{
    public sealed record Request;

    public sealed record Row(DateTimeOffset At, string To, string Text);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => NotificationsPermissions.WatchMessages;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
        => window.Open ? new Reply([.. (await port.LastAsync(50, ct)).Select(l => new Row(l.At, l.To, l.Text))]) : KernelProblems.NotFound;
}
