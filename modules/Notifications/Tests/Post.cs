using System.Globalization;
using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Anmin.Notifications.Delivery;
using Anmin.Notifications.Messages;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Anmin.Notifications.Tests;

/// <summary>Hands messages in as a room does, and looks at what came of them.</summary>
internal static class Post
{
    private static int serial;

    /// <summary>A telephone nobody else in these tests has.</summary>
    public static PhoneNumber Phone() => PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"1390000{Interlocked.Increment(ref serial):0000}")).Value!;

    public static Message Code(PhoneNumber phone, MessageKind kind = MessageKind.Code) => new("citizen.code", new ToPhone(phone), new Dictionary<string, object?> { ["code"] = "482913", ["minutes"] = 5 }) { Kind = kind };

    public static async Task HandInAsync(this TestApp app, Message message)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        await scope.ServiceProvider.GetRequiredService<IMessageDesk>().QueueAsync(message, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<AnminDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static Task<int> DeliverAsync(this TestApp app) => app.Services.GetRequiredService<DeliverMessages>().DeliverDueAsync(500, TestContext.Current.CancellationToken);

    public static Task<OutgoingMessage> OutgoingAsync(this TestApp app, Guid id) => app.ReadAsync(db => db.Outgoing.AsNoTracking().SingleAsync(m => m.Id == id));

    public static async Task<IReadOnlyList<FileSmsPort.Line>> SmsToAsync(this TestApp app, PhoneNumber phone)
        => [.. (await app.Services.GetRequiredService<FileSmsPort>().LastAsync(1000, TestContext.Current.CancellationToken)).Where(l => l.To == phone.Reveal())];

    /// <summary>Noon of the next day, when nothing is quiet.</summary>
    public static void ToNoon(this TestApp app) => app.Clock.Set(new DateTimeOffset(app.Clock.GetUtcNow().AddHours(8).Date.AddDays(1).AddHours(4), TimeSpan.Zero));
}
