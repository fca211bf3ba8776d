using System.Diagnostics;
using System.Threading.Channels;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Microsoft.Extensions.Logging;

namespace Anmin.Kernel.Lanes;

/// <summary>The one writer of one partition on this node: takes what is in line, weighs it in order in memory, commits, answers.</summary>
internal sealed class LaneWriter<TTask, TReply>
{
    private readonly LaneKind<TTask, TReply> kind;
    private readonly LaneShop shop;
    private readonly Channel<LaneTicket<TTask, TReply>> line;
    private readonly LaneDesk<TTask, TReply> desk;
    private readonly Task running;
    private double perTask; // seconds, of the last batches
    private long theirsUntil; // another node's until this timestamp, as far as we know

    public LaneWriter(LaneKind<TTask, TReply> kind, LaneShop shop, string key)
    {
        (this.kind, this.shop) = (kind, shop);
        line = Channel.CreateBounded<LaneTicket<TTask, TReply>>(new BoundedChannelOptions(shop.Options.MostWaiting) { SingleReader = true });
        desk = new(kind, shop, key);
        running = Task.Run(RunAsync);
    }

    /// <summary>Joins the line, or is told the place it would have had.</summary>
    public Task<LaneAnswer<TReply>> QueueAsync(TTask task, CancellationToken ct)
    {
        var wait = TimeSpan.FromSeconds(line.Reader.Count * Volatile.Read(ref perTask));
        var ticket = new LaneTicket<TTask, TReply>(task, ct);
        if (wait <= shop.Options.LongestWait && line.Writer.TryWrite(ticket))
        {
            desk.Meter.Come();
            return ticket.Task;
        }
        if (line.Reader.Completion.IsCompleted || shop.IsClosing) return Task.FromResult<LaneAnswer<TReply>>(new(LaneProblems.Closing));
        desk.Meter.TurnAway();
        return Task.FromResult<LaneAnswer<TReply>>(new(LaneProblems.Queue(line.Reader.Count + 1, wait)));
    }

    /// <summary>Gives the partition back as soon as those before are served.</summary>
    public async Task RestAsync()
    {
        var rest = new LaneTicket<TTask, TReply>(default!, default) { IsRest = true };
        if (line.Writer.TryWrite(rest)) await rest.Task;
    }

    /// <summary>Serves whoever is in line, then gives the partition back.</summary>
    public async Task CloseAsync()
    {
        line.Writer.TryComplete();
        await running;
    }

    private async Task RunAsync()
    {
        var idle = shop.Options.Lease / 3;
        var batch = new List<LaneTicket<TTask, TReply>>(shop.Options.MostPerBatch);
        var some = line.Reader.WaitToReadAsync().AsTask();
        while (true)
        {
            if (desk.IsOpen && !some.IsCompleted)
            {
                await Task.WhenAny(some, Task.Delay(idle));
                if (!some.IsCompleted) await desk.CloseAsync();
            }
            if (!await some) break;
            batch.Clear();
            while (batch.Count < shop.Options.MostPerBatch && line.Reader.TryRead(out var ticket)) batch.Add(ticket);
            desk.Meter.Serve(batch.Count);
            var began = Stopwatch.GetTimestamp();
            await ServeAsync(batch.FindAll(t => !t.IsRest && !t.Left()));
            if (batch.FindAll(t => t.IsRest) is { Count: > 0 } rests)
            {
                await desk.CloseAsync();
                rests.ForEach(r => r.TrySetResult(default));
            }
            var pace = Stopwatch.GetElapsedTime(began).TotalSeconds / Math.Max(1, batch.Count);
            Volatile.Write(ref perTask, perTask == 0 ? pace : (perTask * 0.8) + (pace * 0.2));
            some = line.Reader.WaitToReadAsync().AsTask();
        }
        await desk.CloseAsync();
    }

    /// <summary>
    /// A batch that failed is weighed once more from what the database then says, so whoever was committed unnoticed is answered as
    /// committed; then one by one, so that a poisonous request falls alone.
    /// </summary>
    private async Task ServeAsync(List<LaneTicket<TTask, TReply>> tickets)
    {
        if (tickets.Count == 0) return;
        if (!desk.IsOpen && Stopwatch.GetTimestamp() < theirsUntil)
        {
            Move(tickets, doubt: false);
            return;
        }
        if (await TryAsync(tickets, doubt: false) is not { } first) return;
        var doubt = desk.InDoubt && Violations.ViolationIn(first) is null;
        var left = tickets.FindAll(t => !t.IsAnswered);
        if (await TryAsync(left, doubt) is not { } second) return;
        if (Violations.IsAway(second))
        {
            foreach (var ticket in left) ticket.Answer(doubt || desk.InDoubt ? LaneProblems.Unsure : KernelProblems.Busy);
            return;
        }
        foreach (var ticket in left.Where(t => !t.IsAnswered))
            if (await TryAsync([ticket], doubt) is { } fault) Explain(ticket, fault);
    }

    /// <returns>Null when everybody is answered, or what went wrong.</returns>
    private async Task<Exception?> TryAsync(List<LaneTicket<TTask, TReply>> tickets, bool doubt)
    {
        try
        {
            if (await desk.ServeAsync(tickets)) return null;
            theirsUntil = Stopwatch.GetTimestamp() + (long)(shop.Options.Lease.TotalSeconds / 4 * Stopwatch.Frequency);
            Move(tickets, doubt);
            return null;
        }
        catch (FencedException)
        {
            desk.Meter.Fence();
            await desk.DropAsync();
            Move(tickets, doubt);
            return null;
        }
        catch (Exception e)
        {
            desk.Meter.Fail();
            shop.Log.LogWarning("Lane {Lane}: a batch of {Count} failed: {Kind} {State}", kind.Name, tickets.Count, e.GetType().Name, (e as System.Data.Common.DbException)?.SqlState);
            await desk.DropAsync();
            return e;
        }
    }

    private static void Move(List<LaneTicket<TTask, TReply>> tickets, bool doubt)
    {
        foreach (var ticket in tickets) ticket.Move(doubt);
    }

    private void Explain(LaneTicket<TTask, TReply> ticket, Exception fault)
    {
        if (Violations.ViolationIn(fault) is { } violated) ticket.Answer(shop.Constraints.Explain(violated));
        else if (Violations.IsAway(fault)) ticket.Answer(LaneProblems.Unsure);
        else ticket.TrySetException(fault);
    }
}
