using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SignInAndSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "agent",
                table: "identity_session",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "ticket",
                table: "identity_session",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "identity_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    login = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    login_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    password_at = table.Column<long>(type: "INTEGER", nullable: true),
                    must_change = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_until = table.Column<long>(type: "INTEGER", nullable: true),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<long>(type: "INTEGER", nullable: true),
                    totp_sealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    totp_step = table.Column<long>(type: "INTEGER", nullable: false),
                    stamp = table.Column<Guid>(type: "TEXT", nullable: false),
                    barred = table.Column<bool>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_entered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    tries = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_invite",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_password = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_invite", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_passkey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1023, nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sign_count = table.Column<long>(type: "INTEGER", nullable: false),
                    transports = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    backup_eligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    backed_up = table.Column<bool>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_passkey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_recovery_code",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_recovery_code", x => new { x.account_id, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "identity_sign_in",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    staff_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    login = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    methods = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    agent = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_sign_in", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_spent_proof",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("identity_spent_proof_once", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_identity_session_ended_at_last_seen_at",
                table: "identity_session",
                columns: new[] { "ended_at", "last_seen_at" });

            migrationBuilder.CreateIndex(
                name: "identity_account_login",
                table: "identity_account",
                column: "login_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "identity_account_person",
                table: "identity_account",
                column: "staff_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_invite_account_id",
                table: "identity_invite",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "identity_passkey_credential",
                table: "identity_passkey",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_passkey_account_id",
                table: "identity_passkey",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_sign_in_address_at",
                table: "identity_sign_in",
                columns: new[] { "address", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_sign_in_staff_id_id",
                table: "identity_sign_in",
                columns: new[] { "staff_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_account");

            migrationBuilder.DropTable(
                name: "identity_invite");

            migrationBuilder.DropTable(
                name: "identity_passkey");

            migrationBuilder.DropTable(
                name: "identity_recovery_code");

            migrationBuilder.DropTable(
                name: "identity_sign_in");

            migrationBuilder.DropTable(
                name: "identity_spent_proof");

            migrationBuilder.DropIndex(
                name: "IX_identity_session_ended_at_last_seen_at",
                table: "identity_session");

            migrationBuilder.DropColumn(
                name: "agent",
                table: "identity_session");

            migrationBuilder.DropColumn(
                name: "ticket",
                table: "identity_session");
        }
    }
}
