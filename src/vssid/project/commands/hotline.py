"""``vssid hotline``: the voice agent. It knows neither Django nor the database: settings in, calls out."""

from __future__ import annotations

import logging
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import click

from vssid.project import env, speech_settings
from vssid.project.commands import hotline_recogniser
from vssid.project.commands.hotline_prompts import prompts


@click.group(invoke_without_command=True, help="The voice agent: answers the telephone.")
@click.pass_context
def command(context: click.Context) -> None:
    """Ends on SIGTERM, once its calls have ended or been told; SIGHUP reads the prompts anew."""
    if context.invoked_subcommand is not None:
        return
    try:
        values = env.read()
    except (env.UnknownVariable, ValueError) as error:
        raise click.ClickException(str(error)) from error
    if refused := [*speech_settings.unsafe(values), *hotline_recogniser.lacking(values)]:
        raise click.ClickException("; ".join(map(str, refused)))
    logging.basicConfig(
        level=values["VSSID_LOG_LEVEL"], format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    from vssid.channels.hotline.agent.running import run

    try:
        run(_agent(values))
    except OSError as error:
        raise click.ClickException(f"the voice agent cannot start: {error}") from error


command.add_command(prompts)


async def _agent(values: dict[str, Any]) -> None:
    from vssid.channels.hotline.agent.agent import Agent, Core
    from vssid.channels.hotline.agent.conversation import Conversations
    from vssid.channels.hotline.agent.core_client import CoreClient
    from vssid.channels.hotline.agent.counts import Counts
    from vssid.channels.hotline.agent.prompts import Clips
    from vssid.channels.hotline.agent.recognising import recogniser
    from vssid.channels.hotline.agent.running import serve

    counts = Counts()
    core = CoreClient(values["VSSID_VOICE_CORE_URL"], values["VSSID_VOICE_CORE_TOKEN"], counts)
    clips = Clips(prompts_folder(values))
    ear = await recogniser(hotline_recogniser.wanted(values))
    conversations = Conversations(
        core, clips, counts, agent_uri=values["VSSID_VOICE_AGENT_URI"], recogniser=ear
    )
    agent = Agent(
        _rules(values),
        conversations,
        Core(core.lease_calls, core.end_outbound, core.is_reachable),
        counts,
        drain_s=values["VSSID_VOICE_DRAIN_S"],
        health=values["VSSID_VOICE_HEALTH_ADDR"],
        browser_token=_browser_token(values),
    )
    try:
        await serve(agent, clips.reload)
        await conversations.settle()
    finally:
        await core.close()
        if ear:
            ear.stop()


def _browser_token(values: dict[str, Any]) -> str:
    if not values["VSSID_VOICE_WEBRTC"]:
        return ""
    if not values["VSSID_DEMO"]:
        raise click.ClickException("the phone in the browser is for demonstrations: unset VSSID_VOICE_WEBRTC")
    return str(values["VSSID_VOICE_CORE_TOKEN"])


def prompts_folder(values: dict[str, Any]) -> Path:
    return Path(values["VSSID_VOICE_PROMPTS_DIR"] or values["VSSID_HOME"] / "prompts")


def _rules(values: dict[str, Any]) -> Any:
    from vssid.channels.hotline.agent.rules import Rules, Trunk

    if (
        ip_address(values["VSSID_VOICE_SIP_ADDR"][0]).is_unspecified
        and not values["VSSID_VOICE_ADVERTISED_IP"]
    ):
        raise click.ClickException("callers need an address of ours: set VSSID_VOICE_ADVERTISED_IP")
    address = values["VSSID_VOICE_TRUNK_ADDR"]
    trunk = address and Trunk(
        address,
        values["VSSID_VOICE_TRUNK_CALLER"],
        values["VSSID_VOICE_TRUNK_USER"],
        values["VSSID_VOICE_TRUNK_PASSWORD"],
        values["VSSID_VOICE_TRUNK_REGISTER"],
    )
    return Rules(
        address=values["VSSID_VOICE_SIP_ADDR"],
        advertised=values["VSSID_VOICE_ADVERTISED_IP"],
        edges=tuple(values["VSSID_VOICE_EDGE_ADDRS"]),
        ports=values["VSSID_VOICE_RTP_PORTS"],
        most_calls=values["VSSID_VOICE_MAX_CALLS"],
        trunk=trunk,
    )
