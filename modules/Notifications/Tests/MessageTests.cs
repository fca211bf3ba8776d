using Anmin.Contracts.Notifications;
using Anmin.Kernel.Outcomes;
using Anmin.Notifications.Delivery;
using Anmin.Notifications.Inbox;
using Anmin.Notifications.Messages;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Notifications.Tests;

public abstract class MessageTests(AppFixture fixture)
{
    private readonly TestApp app = fixture.App;

    [Fact]
    public async Task A_code_is_sent_once_with_its_sender_and_kept_sealed()
    {
        var message = Post.Code(Post.Phone());
        await app.HandInAsync(message);
        await app.HandInAsync(message);
        await app.DeliverAsync();
        await app.DeliverAsync();
        var phone = ((ToPhone)message.To).Phone;
        (await app.SmsToAsync(phone)).Single().Text.ShouldBe("【宿迁市民政局】验证码482913，5分钟内有效，用于登录。工作人员不会向您要验证码。");
        (await app.OutgoingAsync(message.Id)).State.ShouldBe(OutgoingState.Sent);
        (await app.CountAsync($"select count(*) from notifications_outgoing where cast(text as char(4000)) like '%482913%'")).ShouldBe(0);
        var path = Directory.GetFiles(Path.Combine(app.Database.Folder, "sms")).First();
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task At_night_only_what_is_urgent_and_codes_are_sent_and_the_rest_in_the_morning()
    {
        app.ToNoon();
        app.Clock.Advance(TimeSpan.FromHours(11)); // 23:00
        var (normal, urgent) = (Post.Code(Post.Phone(), MessageKind.Normal), Post.Code(Post.Phone(), MessageKind.Urgent));
        await app.HandInAsync(normal);
        await app.HandInAsync(urgent);
        await app.DeliverAsync();
        (await app.OutgoingAsync(urgent.Id)).State.ShouldBe(OutgoingState.Sent);
        var waiting = await app.OutgoingAsync(normal.Id);
        waiting.State.ShouldBe(OutgoingState.Queued);
        waiting.NextAt.AddHours(8).Hour.ShouldBe(7);
        app.Clock.Set(waiting.NextAt);
        await app.DeliverAsync();
        (await app.OutgoingAsync(normal.Id)).State.ShouldBe(OutgoingState.Sent);
    }

    [Fact]
    public async Task A_message_that_does_not_go_is_tried_with_growing_pauses_then_given_up_and_sent_again_by_hand()
    {
        app.ToNoon();
        var message = Post.Code(Post.Phone(), MessageKind.Urgent);
        var folder = Path.Combine(app.Database.Folder, "sms");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, "in the way", TestContext.Current.CancellationToken);
        await app.HandInAsync(message);
        for (var i = 0; i < 6; i++)
        {
            await app.DeliverAsync();
            var now = await app.OutgoingAsync(message.Id);
            now.Attempts.ShouldBe(i + 1);
            if (i < 5) now.NextAt.ShouldBe(app.Clock.GetUtcNow() + DeliverMessages.Pause(i));
            app.Clock.Set(now.NextAt);
        }
        (await app.OutgoingAsync(message.Id)).State.ShouldBe(OutgoingState.Dead);
        File.Delete(folder);
        (await app.As("前台").RunAsync(s => s.GetRequiredService<ResendMessage>(), new ResendMessage.Request(message.Id))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<ResendMessage>(), new ResendMessage.Request(message.Id))).Ok.ShouldBeTrue();
        await app.DeliverAsync();
        (await app.OutgoingAsync(message.Id)).State.ShouldBe(OutgoingState.Sent);
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<ResendMessage>(), new ResendMessage.Request(message.Id))).Problem.ShouldBe(NotificationsProblems.NotResendable);
    }

    [Fact]
    public async Task Two_nodes_send_a_message_once()
    {
        app.ToNoon();
        var other = await TestApp.OnAsync(app.Database, app.Clock); // not disposed: the database is shared
        var messages = Enumerable.Range(0, 20).Select(_ => Post.Code(Post.Phone(), MessageKind.Urgent)).ToList();
        foreach (var message in messages) await app.HandInAsync(message);
        await Task.WhenAll(app.DeliverAsync(), other.DeliverAsync(), app.DeliverAsync(), other.DeliverAsync());
        var lines = Directory.GetFiles(Path.Combine(app.Database.Folder, "sms")).SelectMany(File.ReadAllLines).ToList();
        foreach (var message in messages) lines.Count(l => l.Contains(message.Id.ToString(), StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_too_late_to_be_of_use_is_not_sent_and_one_telephone_is_not_flooded()
    {
        app.ToNoon();
        var phone = Post.Phone();
        var late = Post.Code(phone) with { Until = app.Clock.GetUtcNow().AddMinutes(5) };
        await app.HandInAsync(late);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await app.DeliverAsync();
        (await app.OutgoingAsync(late.Id)).State.ShouldBe(OutgoingState.Dead);
        var many = Enumerable.Range(0, 12).Select(_ => Post.Code(phone, MessageKind.Urgent)).ToList();
        foreach (var message in many) await app.HandInAsync(message);
        await app.DeliverAsync();
        (await app.SmsToAsync(phone)).Count.ShouldBe(9, "ten an hour, and the late one was one of them");
        (await app.OutgoingAsync(many[^1].Id)).State.ShouldBe(OutgoingState.Limited);
    }

    [Fact]
    public async Task Staff_read_their_own_messages_and_nobody_elses()
    {
        var id = app.IdOf("前台");
        var message = new Message("notice.published", new ToStaff(id), new Dictionary<string, object?> { ["title"] = "值班安排" }) { Link = "/work/notices" };
        await app.HandInAsync(message);
        var found = (await app.As("前台").RunAsync(s => s.GetRequiredService<FindInbox>(), new FindInbox.Request(Unread: true))).Value!;
        found.Unread.ShouldBe(1);
        found.Rows.Single().Text.ShouldBe("请阅读公告“值班安排”。");
        (await app.As("司机").RunAsync(s => s.GetRequiredService<FindInbox>(), new FindInbox.Request())).Value!.Rows.ShouldBeEmpty();
        (await app.As("司机").RunAsync(s => s.GetRequiredService<MarkRead>(), new MarkRead.Request(message.Id))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        (await app.As(Anmin.Kernel.Actors.Actor.Public).RunAsync(s => s.GetRequiredService<FindInbox>(), new FindInbox.Request())).Problem!.Kind.ShouldBe(ProblemKind.SignInNeeded);
        var opened = await app.As("前台").RunAsync(s => s.GetRequiredService<MarkRead>(), new MarkRead.Request(message.Id), "k1");
        opened.Value.ShouldBe(new MarkRead.Reply(1, "/work/notices"));
        (await app.As("前台").RunAsync(s => s.GetRequiredService<MarkRead>(), new MarkRead.Request(message.Id), "k1")).Value.ShouldBe(opened.Value);
        (await app.As("前台").RunAsync(s => s.GetRequiredService<FindInbox>(), new FindInbox.Request())).Value!.Unread.ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_of_the_staff_chooses_what_comes_how()
    {
        var who = app.As("调度");
        (await who.RunAsync(s => s.GetRequiredService<SetPreferences>(), new SetPreferences.Request("", true, false, true))).Problem.ShouldBe(NotificationsProblems.PhoneNeeded);
        (await who.RunAsync(s => s.GetRequiredService<SetPreferences>(), new SetPreferences.Request("0527-80001120", true, false, true))).Problem.ShouldBe(NotificationsProblems.NotMobile);
        var phone = Post.Phone();
        (await who.RunAsync(s => s.GetRequiredService<SetPreferences>(), new SetPreferences.Request(phone.Reveal(), true, false, false))).Ok.ShouldBeTrue();
        (await who.RunAsync(s => s.GetRequiredService<GetPreferences>(), new GetPreferences.Request())).Value.ShouldBe(new GetPreferences.Reply(phone.Masked, true, false, false));
        (await who.RunAsync(s => s.GetRequiredService<SetPreferences>(), new SetPreferences.Request(phone.Masked, true, false, false))).Ok.ShouldBeTrue("the mask keeps the number");
        var (normal, urgent) = (Post.Code(phone, MessageKind.Normal) with { To = new ToStaff(app.IdOf("调度")) }, Post.Code(phone, MessageKind.Urgent) with { To = new ToStaff(app.IdOf("调度")) });
        await app.HandInAsync(normal);
        await app.HandInAsync(urgent);
        var inbox = (await who.RunAsync(s => s.GetRequiredService<FindInbox>(), new FindInbox.Request())).Value!;
        inbox.Rows.Select(r => r.Id).ShouldBe([urgent.Id]);
        await app.DeliverAsync();
        (await app.SmsToAsync(phone)).Count.ShouldBe(1);
    }
}

public sealed class MessageTestsOnSqlite(SqliteApp f) : MessageTests(f), IClassFixture<SqliteApp>;

public sealed class MessageTestsOnPostgres(PostgresApp f) : MessageTests(f), IClassFixture<PostgresApp>;
